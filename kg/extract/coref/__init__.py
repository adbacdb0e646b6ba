"""What names, pronouns, descriptions and dates of an article mean; `mentions` leads."""
