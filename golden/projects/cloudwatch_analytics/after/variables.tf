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

variable "db_password" {
  description = "Master password of the metadata database"
  type        = string
  default     = "ChangeMe123456!"
  sensitive   = true
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

variable "aggregation_schedule_expression" {
  description = "Schedule expression of aggregation"
  type        = string
  default     = "rate(5 minutes)"
}

variable "metric_aggregator_retention_in_days" {
  description = "Retention in days of metric_aggregator"
  type        = number
  default     = 30
}

variable "metadata_allocated_storage" {
  description = "Allocated storage of metadata"
  type        = number
  default     = 20
}

variable "metadata_backup_retention_period" {
  description = "Backup retention period of metadata"
  type        = number
  default     = 7
}

variable "metadata_instance_class" {
  description = "Instance class of metadata"
  type        = string
  default     = "db.t3.micro"
}

variable "api_handler_timeout" {
  description = "Timeout of api_handler"
  type        = number
  default     = 30
}

variable "metric_aggregator_memory_size" {
  description = "Memory size of metric_aggregator"
  type        = number
  default     = 256
}

variable "metric_aggregator_timeout" {
  description = "Timeout of metric_aggregator"
  type        = number
  default     = 60
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
