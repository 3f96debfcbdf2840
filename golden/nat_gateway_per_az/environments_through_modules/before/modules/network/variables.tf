variable "environment" {
  type = string
}

variable "public_subnet_cidrs" {
  type = list(string)
}
