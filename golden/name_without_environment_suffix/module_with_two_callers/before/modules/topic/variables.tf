variable "stem" {
  type = string
}
