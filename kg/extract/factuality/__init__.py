"""How something is held: modality, status, attribution, deaths, fiction."""
