variable "aws_region" {
  description = "AWS region to deploy to"
  type        = string
  default     = "us-east-1"
}

variable "project_name" {
  description = "Prefix of all resource names"
  type        = string
  default     = "intake"
}
