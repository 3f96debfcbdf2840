# Invoices are kept for ten years.
resource "aws_s3_bucket" "invoices" {
  bucket = "${var.project_name}-${var.environment_suffix}-invoices"
}
