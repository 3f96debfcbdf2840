# As it should be.
variable "team" {
  type        = string
  description = "who pays"
}
