variable "size" {
  default = 2 # the same, and legal
}
