variable "region" {
  type = string
}

variable "queue_name" {
  description = "Where the shop puts its orders."
  type        = string
}
