variable "aws_region" {
  description = "AWS region for all resources"
  type        = string
  default     = "us-east-1"
}

variable "project_name" {
  description = "Project name used as a prefix for resource names"
  type        = string
  default     = "enterprise-monitoring"
}

variable "alert_email" {
  description = "E-mail address for alert notifications"
  type        = string
}

variable "api_gateway_name" {
  description = "Name of the API Gateway to monitor"
  type        = string
  default     = ""
}

variable "rds_instance_identifier" {
  description = "Identifier of the RDS instance to monitor"
  type        = string
  default     = ""
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

variable "deletion_protection" {
  description = "Protect databases from deletion"
  type        = bool
  default     = true
}
