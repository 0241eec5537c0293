/** The drawn board. Where its fonts lie is set in `public/before.js`. */
import "@excalidraw/excalidraw/index.css";
import { convertToExcalidrawElements, Excalidraw, newElementWith, restoreElements, serializeAsJSON } from "@excalidraw/excalidraw";
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { useComputedColorScheme } from "@mantine/core";
import { useCallback, useMemo, useRef, useState, type RefObject } from "react";
import { newId } from "@/shared/newId";
import { between, KINDS, placeFor, type KindId } from "./components";
import classes from "./Design.module.css";

export interface BoardHandle {
  add: (kind: KindId, label: string) => void;
  connect: (source: string, target: string, label: string) => void;
  rename: (id: string, label: string) => void;
  remove: (id: string) => void;
  disconnect: (source: string, target: string, label: string) => void;
  show: (scene: string) => void;
}

interface Props {
  ready: (handle: BoardHandle) => void;
  first: string | null;
  drew: (scene: string) => void;
  readOnly: boolean;
}

type SceneElement = ReturnType<ExcalidrawImperativeAPI["getSceneElements"]>[number];
type NameElement = Extract<SceneElement, { type: "text" }>;
type Elements = Parameters<typeof convertToExcalidrawElements>[0];

export default function Board({ ready, first, drew, readOnly }: Props) {
  const api = useRef<ExcalidrawImperativeAPI | null>(null);
  const [handle, setHandle] = useState<BoardHandle | null>(null);
  const dark = useComputedColorScheme("light") === "dark";
  const initial = useMemo(() => ({ elements: elementsOf(first), scrollToContent: true }), [first]);
  const known = useRef(versionOf(initial.elements ?? []));

  const changed = useCallback(() => {
    const now = api.current;
    if (!now) return;
    const elements = now.getSceneElements();
    const version = versionOf(elements);
    if (version === known.current) return;
    known.current = version;
    drew(serializeAsJSON(elements, {}, {}, "database"));
  }, [drew]);

  const begin = useCallback(
    (created: ExcalidrawImperativeAPI) => {
      api.current = created;
      const made = handleOf(created, known);
      setHandle(made);
      ready(made);
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
            disabled={readOnly || !handle}
            onClick={() => handle?.add(id, name)}
          >
            + {name}
          </button>
        ))}
      </div>
      <div className={classes.canvas}>
        <Excalidraw
          excalidrawAPI={begin}
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

/** `known` is the version that was told of last: what is shown from elsewhere is not told again. */
function handleOf(api: ExcalidrawImperativeAPI, known: RefObject<string>): BoardHandle {
  const put = (skeletons: Elements) => {
    const made = convertToExcalidrawElements(skeletons, { regenerateIds: false });
    api.updateScene({ elements: [...api.getSceneElements(), ...made] });
  };
  const take = (gone: (element: SceneElement) => boolean) => {
    const ids = new Set(api.getSceneElements().filter(gone).map((each) => each.id));
    const isLeft = (each: SceneElement) => !ids.has(each.id) && !(each.type === "text" && ids.has(each.containerId ?? ""));
    api.updateScene({ elements: api.getSceneElements().filter(isLeft) });
  };
  return {
    add(kind, label) {
      const { x, y } = placeFor(api.getSceneElements());
      put([
        {
          type: kind === "client" ? "ellipse" : "rectangle",
          id: newId(),
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
        id: newId(),
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
      const elements = api.getSceneElements();
      const isName = (each: SceneElement) => each.type === "text" && (each.containerId === id || each.id === id);
      const renamed = elements.some(isName)
        ? elements.map((each) => (isName(each) ? newElementWith(each as NameElement, { text: label, originalText: label }) : each))
        : elements.flatMap((each) => (each.id === id ? labelled(each, label) : each));
      api.updateScene({ elements: restoreElements(renamed, null, { refreshDimensions: true }) });
    },
    remove(id) {
      take((each) => each.id === id || endsOf(each).includes(id));
    },
    disconnect(source, target, label) {
      const names = api.getSceneElements().filter((each) => each.type === "text" && plain(each.originalText) === label);
      const isNamed = (id: string) => label === "" || names.some((each) => "containerId" in each && each.containerId === id);
      take((each) => endsOf(each).includes(source) && endsOf(each).includes(target) && isNamed(each.id));
    },
    show(scene) {
      const elements = elementsOf(scene);
      if (!elements || versionOf(elements) === known.current) return;
      known.current = versionOf(elements);
      api.updateScene({ elements });
    },
  };
}

function labelled(element: SceneElement, text: string) {
  return convertToExcalidrawElements([{ ...element, label: { text, fontSize: 18 } }] as unknown as Elements, { regenerateIds: false });
}

const endsOf = (element: SceneElement) =>
  "startBinding" in element ? [element.startBinding?.elementId, element.endBinding?.elementId] : [];

const versionOf = (elements: readonly SceneElement[]) => elements.map((each) => `${each.id}:${each.version}`).join();

/** As the interviewer reads it: on one line. */
const plain = (text: string) => text.trim().replace(/\s+/g, " ");

const binding = (elementId: string) => ({ elementId, focus: 0, gap: 4 });

function elementsOf(scene: string | null) {
  if (!scene) return null;
  try {
    return (JSON.parse(scene) as { elements?: SceneElement[] }).elements ?? null;
  } catch {
    return null;
  }
}
