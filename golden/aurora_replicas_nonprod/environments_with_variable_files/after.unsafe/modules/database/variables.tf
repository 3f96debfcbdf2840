variable "environment" {
  type = string
}

variable "aurora_instance_count" {
  description = "Number of instances of the Aurora cluster"
  type        = number
  default     = 2
}
