variable "team" {
  type = string # who pays
}
