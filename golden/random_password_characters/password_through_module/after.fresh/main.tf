resource "random_password" "master" {
  length           = 20 # enough
  override_special = "!#$%&*()-_=+[]{}<>:?"
}

module "database" {
  source   = "./modules/database"
  password = random_password.master.result
}
