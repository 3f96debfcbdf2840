/*
```
how to use it
```
*/
variable "team" {}
