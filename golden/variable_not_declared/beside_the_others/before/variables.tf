# What it runs on.
variable "ami" {
  type = string
}
