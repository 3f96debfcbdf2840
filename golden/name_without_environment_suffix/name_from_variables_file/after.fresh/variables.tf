variable "region" {
  type = string
}

variable "queue_name" {
  description = "Where the shop puts its orders."
  type        = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}
