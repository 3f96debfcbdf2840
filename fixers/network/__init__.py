"""Networks: how packets find their way."""
