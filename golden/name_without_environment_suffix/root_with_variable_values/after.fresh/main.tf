variable "project_name" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

# The provider is configured by the pipeline's environment.
resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-${var.environment_suffix}-inbox"
}
