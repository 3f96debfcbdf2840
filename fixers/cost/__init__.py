"""What costs more than it must."""
