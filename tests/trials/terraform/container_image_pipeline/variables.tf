variable "project" {
  type    = string
  default = "storefront"
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "repository" {
  description = "owner/name of the source repository"
  type        = string
}
