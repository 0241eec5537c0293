// Runs before everything else. The inline script that this would be elsewhere is forbidden by our content policy.
(function () {
  // The board's fonts lie here; without this Excalidraw asks another host for them.
  window.EXCALIDRAW_ASSET_PATH = "/assets/board/";
  // Before the first paint, so that a dark screen never flashes white.
  var kept = null;
  try {
    kept = localStorage.getItem("mantine-color-scheme-value");
  } catch (_) {
    // Storage may be forbidden; the system's scheme is used then.
  }
  var dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
