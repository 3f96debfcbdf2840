module "password" {
  source = "./modules/password"
}
