# The text has fences of its own.
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "main"
  dashboard_body = jsonencode({ text = local.text })
}

locals {
  text = <<-EOT
    ```hcl
    x = 1
    ```
  EOT
}
