/** The drawn board. Where its fonts lie is set in `public/before.js`. */
import "@excalidraw/excalidraw/index.css";
import { convertToExcalidrawElements, Excalidraw, serializeAsJSON } from "@excalidraw/excalidraw";
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { useComputedColorScheme } from "@mantine/core";
import { useCallback, useMemo, useRef } from "react";
import { between, KINDS, placeFor, type KindId } from "./components";
import classes from "./Design.module.css";

export interface BoardHandle {
  add: (kind: KindId, label: string) => void;
  connect: (source: string, target: string, label: string) => void;
  rename: (id: string, label: string) => void;
  remove: (id: string) => void;
  show: (scene: string) => void;
}

interface Props {
  ready: (handle: BoardHandle) => void;
  first: string | null;
  drew: (scene: string) => void;
  readOnly: boolean;
}

type Elements = Parameters<typeof convertToExcalidrawElements>[0];

export default function Board({ ready, first, drew, readOnly }: Props) {
  const api = useRef<ExcalidrawImperativeAPI | null>(null);
  const handle = useRef<BoardHandle | null>(null);
  const dark = useComputedColorScheme("light") === "dark";
  const known = useRef<string>("");
  const initial = useMemo(() => ({ elements: elementsOf(first), scrollToContent: true }), [first]);

  const changed = useCallback(() => {
    const now = api.current;
    if (!now) return;
    const elements = now.getSceneElements();
    const version = elements.map((each) => `${each.id}:${each.version}`).join();
    if (version === known.current) return;
    const begun = known.current === "" && elements.length === 0;
    known.current = version;
    if (!begun) drew(serializeAsJSON(elements, {}, {}, "database"));
  }, [drew]);

  const made = useCallback(
    (created: ExcalidrawImperativeAPI) => {
      api.current = created;
      known.current = created.getSceneElements().map((each) => `${each.id}:${each.version}`).join();
      handle.current = handleOf(created);
      ready(handle.current);
    },
    [ready],
  );

  return (
    <>
      <div className={classes.palette} role="toolbar" aria-label="Add a component">
        {KINDS.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={classes.kind}
            disabled={readOnly}
            onClick={() => handle.current?.add(id, name)}
          >
            + {name}
          </button>
        ))}
      </div>
      <div className={classes.canvas}>
        <Excalidraw
          excalidrawAPI={made}
          initialData={initial}
          theme={dark ? "dark" : "light"}
          viewModeEnabled={readOnly}
          onChange={changed}
          aiEnabled={false}
          UIOptions={{
            canvasActions: { loadScene: false, saveToActiveFile: false, toggleTheme: false, export: false },
            tools: { image: false },
          }}
        />
      </div>
    </>
  );
}

function handleOf(api: ExcalidrawImperativeAPI): BoardHandle {
  const put = (skeletons: Elements) => {
    const made = convertToExcalidrawElements(skeletons, { regenerateIds: false });
    api.updateScene({ elements: [...api.getSceneElements(), ...made] });
  };
  return {
    add(kind, label) {
      const { x, y } = placeFor(api.getSceneElements());
      put([
        {
          type: kind === "client" ? "ellipse" : "rectangle",
          id: crypto.randomUUID(),
          x,
          y,
          width: 160,
          height: 70,
          roundness: { type: 3 },
          label: { text: label, fontSize: 18 },
          customData: { kind },
        },
      ] as Elements);
      requestAnimationFrame(() =>
        api.scrollToContent(api.getSceneElements(), { fitToViewport: true, viewportZoomFactor: 0.75, maxZoom: 1, animate: false }),
      );
    },
    connect(source, target, label) {
      const ends = new Map(api.getSceneElements().map((each) => [each.id, each]));
      const [from, to] = [ends.get(source), ends.get(target)];
      if (!from || !to) return;
      const { x, y, dx, dy } = between(from, to);
      const arrow = {
        type: "arrow",
        id: crypto.randomUUID(),
        x,
        y,
        width: Math.abs(dx),
        height: Math.abs(dy),
        points: [
          [0, 0],
          [dx, dy],
        ],
        ...(label ? { label: { text: label, fontSize: 14 } } : {}),
      };
      const made = convertToExcalidrawElements([arrow] as unknown as Elements, { regenerateIds: false });
      const bound = made.map((each) =>
        each.type === "arrow"
          ? { ...each, startBinding: binding(source), endBinding: binding(target), endArrowhead: "arrow" as const }
          : each,
      );
      const held = api.getSceneElements().map((each) =>
        each.id === source || each.id === target
          ? { ...each, boundElements: [...(each.boundElements ?? []), { id: arrow.id, type: "arrow" as const }] }
          : each,
      );
      api.updateScene({ elements: [...held, ...bound] });
    },
    rename(id, label) {
      api.updateScene({
        elements: api.getSceneElements().map((each) =>
          each.type === "text" && each.containerId === id
            ? { ...each, text: label, originalText: label, version: each.version + 1 }
            : each,
        ),
      });
    },
    remove(id) {
      const gone = (each: ReturnType<typeof api.getSceneElements>[number]) =>
        each.id === id ||
        (each.type === "text" && each.containerId === id) ||
        (each.type === "arrow" && (each.startBinding?.elementId === id || each.endBinding?.elementId === id));
      api.updateScene({ elements: api.getSceneElements().filter((each) => !gone(each)) });
    },
    show(scene) {
      const elements = elementsOf(scene);
      if (elements) api.updateScene({ elements });
    },
  };
}

const binding = (elementId: string) => ({ elementId, focus: 0, gap: 4 });

function elementsOf(scene: string | null) {
  if (!scene) return null;
  try {
    return (JSON.parse(scene) as { elements?: never[] }).elements ?? null;
  } catch {
    return null;
  }
}
