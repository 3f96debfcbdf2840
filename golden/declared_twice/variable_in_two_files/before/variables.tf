variable "region" {
  default = "eu-west-1" # next to the office
  type    = string
}

variable "team" {
  description = "Who pays for it."
  type        = string
}
