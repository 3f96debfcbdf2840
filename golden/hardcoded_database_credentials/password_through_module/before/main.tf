provider "aws" {}

module "database" {
  source = "./modules/database"

  name     = "orders" # not the bucket
  password = var.master_password
}

variable "master_password" {
  type    = string
  default = "ChangeMe123456!"
}
