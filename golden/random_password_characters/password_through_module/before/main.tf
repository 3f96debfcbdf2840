resource "random_password" "master" {
  length = 20 # enough
}

module "database" {
  source   = "./modules/database"
  password = random_password.master.result
}
