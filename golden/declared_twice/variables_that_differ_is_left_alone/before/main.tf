variable "size" {
  default = 2
}

variable "zone" {}
