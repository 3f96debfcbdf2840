# Its callers say what they run with.
resource "random_id" "bucket" {
  byte_length = 4
}
