"""What must be there before something else is made."""
