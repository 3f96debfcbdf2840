# Blanks are no changes.
resource "aws_instance" "web" {
  ami="ami-0123456789abcdef0"

  lifecycle {
    ignore_changes = [ami]
  }
}
