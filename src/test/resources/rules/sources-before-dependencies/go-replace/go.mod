module example.com/shop

replace example.com/own => ./own
