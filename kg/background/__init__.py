"""What nobody writes down: where places lie, and of which country a body is, from openly licensed tables of others."""
