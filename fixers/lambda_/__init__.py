"""Functions: their code, their package, their settings."""
