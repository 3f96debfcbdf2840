variable "project_name" {
  description = "First part of the names."
  type        = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}
