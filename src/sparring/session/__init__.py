"""The conductor: where the rooms above meet; read this first."""
