variable "crawler_role_arn" {
  type = string
}
