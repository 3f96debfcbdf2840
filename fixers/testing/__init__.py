"""Tests of the code, and what measures them."""
