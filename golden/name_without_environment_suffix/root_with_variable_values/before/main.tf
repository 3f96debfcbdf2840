variable "project_name" {
  type = string
}

# The provider is configured by the pipeline's environment.
resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-inbox"
}
