/** Stands in for Excalidraw's importer of Mermaid diagrams: three megabytes that nobody needs to draw a system. */
export function parseMermaidToExcalidraw(): Promise<never> {
  return Promise.reject(new Error("Mermaid diagrams are not imported here."));
}
