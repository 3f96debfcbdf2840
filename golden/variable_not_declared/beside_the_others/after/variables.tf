# What it runs on.
variable "ami" {
  type = string
}

variable "cost_center" {
  type = string
}

variable "groups" {
  type = list(string)
}

variable "key" {
  default = null
}

variable "scripts" {}

variable "servers" {
  type = number
}

variable "team" {
  type = string
}

variable "watched" {
  type = bool
}

variable "allowed" {
  type = list(string)
}

variable "https" {
  type = bool
}
