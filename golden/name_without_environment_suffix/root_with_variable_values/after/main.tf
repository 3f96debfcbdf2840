variable "project_name" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

# The provider is configured by the pipeline's environment.
resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}${local.name_suffix}-inbox"
}
