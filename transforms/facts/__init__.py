"""Facts about AWS and its providers, in tables with their source and date."""
