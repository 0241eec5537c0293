import { exportToSvg } from "@excalidraw/excalidraw";
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import classes from "./ReplayPage.module.css";

/** A saved scene as a picture. */
export default function BoardPicture({ scene }: { scene: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState("");
  const dark = useComputedColorScheme("light") === "dark";
  useEffect(() => {
    let late = false;
    pictureOf(scene, dark).then(
      (svg) => !late && (place.current?.replaceChildren(...svg), setProblem("")),
      () => !late && setProblem("This version of the board cannot be drawn."),
    );
    return () => {
      late = true;
    };
  }, [scene, dark]);
  return (
    <>
      <div ref={place} className={classes.picture} role="img" aria-label="The board at this moment" />
      {problem}
    </>
  );
}

/** The scene as an SVG, or nothing where nothing was drawn yet. */
async function pictureOf(scene: string, dark: boolean): Promise<SVGSVGElement[]> {
  if (!scene) return [];
  const { elements } = JSON.parse(scene) as { elements: Parameters<typeof exportToSvg>[0]["elements"] };
  const appState = { exportWithDarkMode: dark, exportBackground: false };
  return [await exportToSvg({ elements, appState, files: null, skipInliningFonts: true })];
}
