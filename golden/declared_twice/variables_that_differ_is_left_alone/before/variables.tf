variable "size" {
  default = 3
}

variable "zone" {
  default = "a" # without it, somebody would have to say
}
