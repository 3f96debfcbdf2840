"""What is CDKTF's own: its classes, its structs, its tokens."""
