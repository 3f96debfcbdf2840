variable "owner" {
  type    = string
  default = "shop"
}
