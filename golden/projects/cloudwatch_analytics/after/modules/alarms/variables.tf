variable "project_name" {
  description = "Prefix of the alarm names"
  type        = string
}

variable "alarm_topic_arn" {
  description = "Topic that is notified"
  type        = string
}

variable "api_gateway_name" {
  description = "API to watch"
  type        = string
}

variable "rds_instance_identifier" {
  description = "Database to watch"
  type        = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

variable "aggregator_errors_threshold" {
  description = "Threshold of aggregator_errors"
  type        = number
  default     = 0
}

variable "api_5xx_threshold" {
  description = "Threshold of api_5xx"
  type        = number
  default     = 10
}

variable "rds_cpu_threshold" {
  description = "Threshold of rds_cpu"
  type        = number
  default     = 80
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}
