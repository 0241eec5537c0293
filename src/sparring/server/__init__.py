"""HTTP and WebSocket edge, accounts, the web app's files."""
