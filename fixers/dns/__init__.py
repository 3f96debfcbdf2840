"""Names in the domain name system: zones, records, certificates."""
